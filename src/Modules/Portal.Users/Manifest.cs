using Portal.Cms.Modules;

[assembly: Module(
    Name = "Users",
    Description = "Accounts: registration, signing in with a second factor or a passkey, sessions, invitations, roles and API tokens.",
    Category = "Security",
    Dependencies = ["Portal.Mail"])]
