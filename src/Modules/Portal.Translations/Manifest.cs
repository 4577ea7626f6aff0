using Portal.Cms.Modules;

[assembly: Module(
    Name = "Translations",
    Description = "Shows which texts are translated, lets translators work source beside target, and changes the words of the interface.",
    Category = "Content",
    Dependencies = ["Portal.Contents", "Portal.Notifications"])]
