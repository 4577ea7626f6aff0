using Portal.Cms.Modules;

[assembly: Module(
    Name = "Transparency log",
    Description = "Commits to what happened to submissions in a public log that nobody can rewrite unnoticed.",
    Category = "Participation")]
