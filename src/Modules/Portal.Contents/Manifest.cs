using Portal.Cms.Modules;

[assembly: Module(
    Name = "Contents",
    Description = "Content items for programs: the public content API; for editors: list and edit forms.",
    Category = "Content")]
