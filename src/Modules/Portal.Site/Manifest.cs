using Portal.Cms.Modules;

[assembly: Module(
    Name = "Site",
    Description = "The home page, plain pages, menus and error pages.",
    Category = "Content")]
