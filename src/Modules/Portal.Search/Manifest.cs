using Portal.Cms.Modules;

[assembly: Module(
    Name = "Search",
    Description = "Finds published texts by their words, in either script, with or without diacritics.",
    Category = "Content")]
