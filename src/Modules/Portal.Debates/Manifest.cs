using Portal.Cms.Modules;

[assembly: Module(
    Name = "Debates",
    Description = "Public debates, round tables and dialogues: when and where, in which languages, under which rule, and what came of them.",
    Category = "Participation",
    Dependencies = ["Portal.Organisations"])]
