using Portal.Cms.Modules;

[assembly: Theme(
    Name = "Forum",
    Description = "The public theme.",
    Category = "Themes",
    IsAlwaysEnabled = true)]
