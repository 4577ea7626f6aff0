using Portal.Cms.Modules;

[assembly: Module(
    Name = "Contents",
    Description = "Content items for programs: the public content API; for editors: the first page, lists, versions, schedules and edit forms.",
    Category = "Content",
    Dependencies = ["Portal.Notifications"])]
