using Portal.Cms.Modules;

[assembly: Module(
    Name = "Case studies",
    Description = "Good practice: what was done in one place, what came of it, and what others can take from it.",
    Category = "Content",
    Dependencies = ["Portal.Organisations"])]
