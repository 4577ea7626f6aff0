using Portal.Cms.Modules;

[assembly: Module(
    Name = "Organisations",
    Description = "Members of the network, institutions and donors.",
    Category = "Content",
    Dependencies = ["Portal.Contents"])]
