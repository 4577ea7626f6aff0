using Portal.Cms.Modules;

[assembly: Module(
    Name = "Mail",
    Description = "Sends mail after the commit: into a pickup folder, or by SMTP.",
    Category = "Infrastructure")]
