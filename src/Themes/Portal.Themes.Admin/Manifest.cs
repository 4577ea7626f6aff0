using Portal.Cms.Modules;

[assembly: Theme(
    Name = "Admin",
    Description = "The editors' theme: the public theme's parts, set denser, with the work on the left.",
    Category = "Themes",
    Dependencies = ["Portal.Themes.Forum"],
    IsAlwaysEnabled = true)]
