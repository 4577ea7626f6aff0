using Portal.Cms.Modules;

[assembly: Theme(
    Name = "Forum",
    Description = "The public theme: a calm page to read, in Latin and in Cyrillic.",
    Category = "Themes",
    IsAlwaysEnabled = true)]
