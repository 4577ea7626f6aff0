using Portal.Cms.Modules;

[assembly: Theme(
    Name = "Admin",
    Description = "The editors' theme.",
    Category = "Themes",
    IsAlwaysEnabled = true)]
