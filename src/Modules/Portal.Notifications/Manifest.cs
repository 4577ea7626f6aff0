using Portal.Cms.Modules;

[assembly: Module(
    Name = "Notifications",
    Description = "Tells people with an account what happened to what they have to do with: in the portal, and by one mail a day at most.",
    Category = "Communication",
    Dependencies = ["Portal.Mail", "Portal.Users"])]
