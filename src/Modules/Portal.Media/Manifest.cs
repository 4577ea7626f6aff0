using Portal.Cms.Modules;

[assembly: Module(
    Name = "Media",
    Description = "The library of pictures and documents: folders, safe uploads, descriptions in every language, pictures in the sizes that pages need, and where each file is used.",
    Category = "Content")]
