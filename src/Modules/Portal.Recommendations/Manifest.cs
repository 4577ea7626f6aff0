using Portal.Cms.Modules;

[assembly: Module(
    Name = "Recommendations",
    Description = "What organisations ask of institutions, what the institutions answer, and how the organisations see it.",
    Category = "Content",
    Dependencies = ["Portal.Contents", "Portal.Notifications", "Portal.Organisations"])]
