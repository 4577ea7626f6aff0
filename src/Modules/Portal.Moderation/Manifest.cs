using Portal.Cms.Modules;

[assembly: Module(
    Name = "Moderation",
    Description = "Receives submissions, lets moderators decide on them, and tells everyone what was decided.",
    Category = "Participation",
    Dependencies = ["Portal.Consultations", "Portal.Mail", "Portal.Notifications", "Portal.Recipes", "Portal.TransparencyLog"])]
