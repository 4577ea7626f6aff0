using Portal.Cms.Modules;

[assembly: Module(
    Name = "Contents",
    Description = "Content items for programs: the public content API, and the editors' list.",
    Category = "Content")]
