using Portal.Cms.Modules;

[assembly: Module(
    Name = "Audit trail",
    Description = "Shows who changed what and when, with what it said before, and keeps it as long as the site wants.",
    Category = "Security",
    Dependencies = ["Portal.Contents"])]
