using Portal.Cms.Modules;

[assembly: Module(
    Name = "Consultations",
    Description = "Consultations with phases that change by themselves and a document in numbered sections.",
    Category = "Participation",
    Dependencies = ["Portal.Organisations"])]
