using Portal.Cms.Modules;

[assembly: Module(
    Name = "Users",
    Description = "Accounts, sign-in, passwords, roles and API tokens.",
    Category = "Security")]
