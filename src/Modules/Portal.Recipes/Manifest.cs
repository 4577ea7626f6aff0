using Portal.Cms.Modules;

[assembly: Module(
    Name = "Recipes",
    Description = "Sets the portal up from recipes in Orchard Core's format, and reports what it did not understand.",
    Category = "Infrastructure")]
