using Portal.Cms.Modules;

[assembly: Module(
    Name = "Review",
    Description = "The way of a text from its author to the public: asked for, commented on, returned, approved, published.",
    Category = "Content",
    Dependencies = ["Portal.Contents", "Portal.Notifications"])]
