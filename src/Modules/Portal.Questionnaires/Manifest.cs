using Portal.Cms.Modules;

[assembly: Module(
    Name = "Questionnaires",
    Description = "Questionnaires of consultations: built in all languages, answered page by page, counted after closing.",
    Category = "Participation",
    Dependencies = ["Portal.Consultations", "Portal.Moderation"])]
