using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ApiToken",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Scopes = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastUsedUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiToken", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoles",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    OrganisationSet = table.Column<string>(type: "TEXT", nullable: true),
                    Culture = table.Column<string>(type: "TEXT", nullable: true),
                    CreatedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MustChangePassword = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordExpiresUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    TimeZone = table.Column<string>(type: "TEXT", nullable: true),
                    ClosedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ClosedReason = table.Column<string>(type: "TEXT", nullable: true),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditTrailCut",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    BeforeUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditTrailCut", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditTrailEvent",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Category = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<string>(type: "TEXT", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: true),
                    UserName = table.Column<string>(type: "TEXT", nullable: true),
                    CreatedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Properties = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditTrailEvent", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ChangeLog",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Tag = table.Column<string>(type: "TEXT", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeLog", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "CommentSupport",
                columns: table => new
                {
                    SubmissionId = table.Column<string>(type: "TEXT", nullable: false),
                    SupporterKey = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CommentSupport", x => new { x.SubmissionId, x.SupporterKey });
                });

            migrationBuilder.CreateTable(
                name: "ConsultationDocumentImport",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    ContentItemId = table.Column<string>(type: "TEXT", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: true),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsultationDocumentImport", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ConsultationIndex",
                columns: table => new
                {
                    LocalizationSet = table.Column<string>(type: "TEXT", nullable: false),
                    AnnouncedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OpensUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosesUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AnalysisUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReportedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ArchivedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Zone = table.Column<string>(type: "TEXT", nullable: false),
                    ParticipationLevel = table.Column<string>(type: "TEXT", nullable: false),
                    IsPostModerated = table.Column<bool>(type: "INTEGER", nullable: false),
                    RetentionMonths = table.Column<int>(type: "INTEGER", nullable: false),
                    AllowsReplies = table.Column<bool>(type: "INTEGER", nullable: false),
                    AllowsAgreeing = table.Column<bool>(type: "INTEGER", nullable: false),
                    InstitutionSet = table.Column<string>(type: "TEXT", nullable: true),
                    SectionIds = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsultationIndex", x => x.LocalizationSet);
                });

            migrationBuilder.CreateTable(
                name: "ConsultationRetention",
                columns: table => new
                {
                    LocalizationSet = table.Column<string>(type: "TEXT", nullable: false),
                    ClosesUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Months = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsultationRetention", x => x.LocalizationSet);
                });

            migrationBuilder.CreateTable(
                name: "ConsultationWindowChange",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LocalizationSet = table.Column<string>(type: "TEXT", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OpensBeforeUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    OpensUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosesBeforeUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ClosesUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConsultationWindowChange", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ContentDefinition",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentDefinition", x => new { x.Kind, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "ContentItem",
                columns: table => new
                {
                    ContentItemId = table.Column<string>(type: "TEXT", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", nullable: false),
                    LocalizationSet = table.Column<string>(type: "TEXT", nullable: false),
                    Culture = table.Column<string>(type: "TEXT", nullable: false),
                    OwnerId = table.Column<string>(type: "TEXT", nullable: true),
                    OrganisationSet = table.Column<string>(type: "TEXT", nullable: true),
                    LatestVersionId = table.Column<string>(type: "TEXT", nullable: true),
                    PublishedVersionId = table.Column<string>(type: "TEXT", nullable: true),
                    PublishedPath = table.Column<string>(type: "TEXT", nullable: true),
                    CreatedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Stamp = table.Column<Guid>(type: "TEXT", nullable: false),
                    ModifiedBy = table.Column<string>(type: "TEXT", nullable: true),
                    FoldedTitle = table.Column<string>(type: "TEXT", nullable: false),
                    RemovedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemovedBy = table.Column<string>(type: "TEXT", nullable: true),
                    RemovedVersionId = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false, computedColumnSql: "CASE WHEN \"LatestVersionId\" IS NULL THEN 3 WHEN \"PublishedVersionId\" IS NULL THEN 0 WHEN \"PublishedVersionId\" = \"LatestVersionId\" THEN 1 ELSE 2 END", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentItem", x => x.ContentItemId);
                });

            migrationBuilder.CreateTable(
                name: "ContentItemIndex",
                columns: table => new
                {
                    ContentItemId = table.Column<string>(type: "TEXT", nullable: false),
                    LocalizationSet = table.Column<string>(type: "TEXT", nullable: false),
                    Culture = table.Column<string>(type: "TEXT", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    ShortTitle = table.Column<string>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: false),
                    LatinTitle = table.Column<string>(type: "TEXT", nullable: false),
                    LatinShortTitle = table.Column<string>(type: "TEXT", nullable: false),
                    LatinSummary = table.Column<string>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Band = table.Column<string>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    StartsUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    EndsUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ListedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OrganisationSet = table.Column<string>(type: "TEXT", nullable: true),
                    PublishedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SortKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                    LatinSortKey = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentItemIndex", x => x.ContentItemId);
                });

            migrationBuilder.CreateTable(
                name: "ContentItemVersion",
                columns: table => new
                {
                    VersionId = table.Column<string>(type: "TEXT", nullable: false),
                    ContentItemId = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    DisplayText = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Author = table.Column<string>(type: "TEXT", nullable: true),
                    TranslatedFromVersionId = table.Column<string>(type: "TEXT", nullable: true),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    SharedJson = table.Column<string>(type: "TEXT", nullable: true),
                    Comment = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentItemVersion", x => x.VersionId);
                });

            migrationBuilder.CreateTable(
                name: "ContentPath",
                columns: table => new
                {
                    Culture = table.Column<string>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    ContentItemId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentPath", x => new { x.Culture, x.Path });
                });

            migrationBuilder.CreateTable(
                name: "ContentReference",
                columns: table => new
                {
                    LocalizationSet = table.Column<string>(type: "TEXT", nullable: false),
                    Field = table.Column<string>(type: "TEXT", nullable: false),
                    Target = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentReference", x => new { x.LocalizationSet, x.Field, x.Target });
                });

            migrationBuilder.CreateTable(
                name: "ContentSchedule",
                columns: table => new
                {
                    ContentItemId = table.Column<string>(type: "TEXT", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Zone = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<string>(type: "TEXT", nullable: true),
                    ByName = table.Column<string>(type: "TEXT", nullable: true),
                    RefusedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RefusalJson = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentSchedule", x => new { x.ContentItemId, x.Step });
                });

            migrationBuilder.CreateTable(
                name: "ContentSet",
                columns: table => new
                {
                    LocalizationSet = table.Column<string>(type: "TEXT", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", nullable: false),
                    DraftJson = table.Column<string>(type: "TEXT", nullable: false),
                    PublishedJson = table.Column<string>(type: "TEXT", nullable: true),
                    Stamp = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentSet", x => x.LocalizationSet);
                });

            migrationBuilder.CreateTable(
                name: "ContentTitleWord",
                columns: table => new
                {
                    Word = table.Column<string>(type: "TEXT", nullable: false),
                    ContentItemId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ContentTitleWord", x => new { x.Word, x.ContentItemId });
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKey",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Xml = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKey", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Feature",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Feature", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Follower",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    ConsultationSet = table.Column<string>(type: "TEXT", nullable: false),
                    AddressKey = table.Column<string>(type: "TEXT", nullable: false),
                    ProtectedAddress = table.Column<string>(type: "TEXT", nullable: true),
                    Culture = table.Column<string>(type: "TEXT", nullable: false),
                    SinceUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TookPart = table.Column<bool>(type: "INTEGER", nullable: false),
                    StoppedUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Follower", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FollowerNotice",
                columns: table => new
                {
                    FollowerId = table.Column<string>(type: "TEXT", nullable: false),
                    Event = table.Column<string>(type: "TEXT", nullable: false),
                    ToldUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FollowerNotice", x => new { x.FollowerId, x.Event });
                });

            migrationBuilder.CreateTable(
                name: "InterfaceString",
                columns: table => new
                {
                    Culture = table.Column<string>(type: "TEXT", nullable: false),
                    Context = table.Column<string>(type: "TEXT", nullable: false),
                    MessageId = table.Column<string>(type: "TEXT", nullable: false),
                    FormsJson = table.Column<string>(type: "TEXT", nullable: false),
                    ModifiedUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_InterfaceString", x => new { x.Culture, x.Context, x.MessageId });
                });

            migrationBuilder.CreateTable(
                name: "LogEntry",
                columns: table => new
                {
                    Index = table.Column<long>(type: "INTEGER", nullable: false),
                    LeafHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogEntry", x => x.Index);
                });

            migrationBuilder.CreateTable(
                name: "LogHead",
                columns: table => new
                {
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    RootHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    KeyId = table.Column<string>(type: "TEXT", nullable: false),
                    Signature = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogHead", x => x.Size);
                });

            migrationBuilder.CreateTable(
                name: "LogKey",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    PublicKey = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Endorsement = table.Column<byte[]>(type: "BLOB", nullable: true),
                    LeafHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Salt = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Event = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogKey", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "LogNode",
                columns: table => new
                {
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Index = table.Column<long>(type: "INTEGER", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogNode", x => new { x.Level, x.Index });
                });

            migrationBuilder.CreateTable(
                name: "LogPending",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LeafHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LogPending", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MailedLink",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: true),
                    ProtectedContent = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", nullable: true),
                    OrganisationSet = table.Column<string>(type: "TEXT", nullable: true),
                    CreatedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ExpiresUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MailedLink", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MediaFolder",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    ParentId = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    OrganisationSet = table.Column<string>(type: "TEXT", nullable: true),
                    CreatedUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MediaFolder", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MediaItem",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    FolderId = table.Column<string>(type: "TEXT", nullable: false),
                    OrganisationSet = table.Column<string>(type: "TEXT", nullable: true),
                    OwnerId = table.Column<string>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<string>(type: "TEXT", nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: true),
                    Height = table.Column<int>(type: "INTEGER", nullable: true),
                    Pages = table.Column<int>(type: "INTEGER", nullable: true),
                    Alt = table.Column<string>(type: "TEXT", nullable: false),
                    IsDecorative = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsUndescribed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Credit = table.Column<string>(type: "TEXT", nullable: false),
                    Licence = table.Column<string>(type: "TEXT", nullable: false),
                    FocusX = table.Column<double>(type: "REAL", nullable: false),
                    FocusY = table.Column<double>(type: "REAL", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ModifiedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DeletedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Stamp = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MediaItem", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MediaText",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MediaText", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "MediaUsage",
                columns: table => new
                {
                    Path = table.Column<string>(type: "TEXT", nullable: false),
                    LocalizationSet = table.Column<string>(type: "TEXT", nullable: false),
                    ContentItemId = table.Column<string>(type: "TEXT", nullable: false),
                    IsPublic = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MediaUsage", x => new { x.LocalizationSet, x.ContentItemId, x.IsPublic, x.Path });
                });

            migrationBuilder.CreateTable(
                name: "MergedTerm",
                columns: table => new
                {
                    LocalizationSet = table.Column<string>(type: "TEXT", nullable: false),
                    Into = table.Column<string>(type: "TEXT", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MergedTerm", x => x.LocalizationSet);
                });

            migrationBuilder.CreateTable(
                name: "ModerationReason",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    HidesAtOnce = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsForReports = table.Column<bool>(type: "INTEGER", nullable: false),
                    Texts = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    CreatedById = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ModerationReason", x => new { x.Key, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "Notification",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Message = table.Column<string>(type: "TEXT", nullable: false),
                    Args = table.Column<string>(type: "TEXT", nullable: false),
                    Href = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    ActorId = table.Column<string>(type: "TEXT", nullable: true),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReadUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    MailedUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notification", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NotificationChoice",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    IsWanted = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotificationChoice", x => new { x.UserId, x.Kind });
                });

            migrationBuilder.CreateTable(
                name: "NotificationDigest",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    LastUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotificationDigest", x => x.UserId);
                });

            migrationBuilder.CreateTable(
                name: "OfflineEntry",
                columns: table => new
                {
                    SubmissionId = table.Column<string>(type: "TEXT", nullable: false),
                    ConsultationSet = table.Column<string>(type: "TEXT", nullable: false),
                    EnteredById = table.Column<string>(type: "TEXT", nullable: true),
                    EnteredUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OfflineEntry", x => x.SubmissionId);
                });

            migrationBuilder.CreateTable(
                name: "Outbox",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Payload = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DueUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LeasedUntilUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LeasedBy = table.Column<string>(type: "TEXT", nullable: true),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", nullable: true),
                    DeadUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outbox", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Questionnaire",
                columns: table => new
                {
                    ConsultationSet = table.Column<string>(type: "TEXT", nullable: false),
                    DraftJson = table.Column<string>(type: "TEXT", nullable: false),
                    PublishedVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    ModifiedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Stamp = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Questionnaire", x => x.ConsultationSet);
                });

            migrationBuilder.CreateTable(
                name: "QuestionnaireResponse",
                columns: table => new
                {
                    SubmissionId = table.Column<string>(type: "TEXT", nullable: false),
                    ConsultationSet = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionnaireResponse", x => x.SubmissionId);
                });

            migrationBuilder.CreateTable(
                name: "QuestionnaireVersion",
                columns: table => new
                {
                    ConsultationSet = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    PublishedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    PublishedBy = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QuestionnaireVersion", x => new { x.ConsultationSet, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "QueueAlert",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    SentUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_QueueAlert", x => x.UserId);
                });

            migrationBuilder.CreateTable(
                name: "RecommendationEvent",
                columns: table => new
                {
                    LocalizationSet = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Id = table.Column<string>(type: "TEXT", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    SaidBySet = table.Column<string>(type: "TEXT", nullable: false),
                    Statement = table.Column<string>(type: "TEXT", nullable: false),
                    StatementCulture = table.Column<string>(type: "TEXT", nullable: false),
                    EvidenceUrl = table.Column<string>(type: "TEXT", nullable: false),
                    EvidenceText = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RecordedById = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecommendationEvent", x => new { x.LocalizationSet, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "RecommendationState",
                columns: table => new
                {
                    LocalizationSet = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", nullable: false),
                    Verdict = table.Column<string>(type: "TEXT", nullable: false),
                    StatusDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Issued = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OrganisationSet = table.Column<string>(type: "TEXT", nullable: true),
                    SourceSet = table.Column<string>(type: "TEXT", nullable: true),
                    Addressees = table.Column<string>(type: "TEXT", nullable: false),
                    Themes = table.Column<string>(type: "TEXT", nullable: false),
                    Municipalities = table.Column<string>(type: "TEXT", nullable: false),
                    Cultures = table.Column<string>(type: "TEXT", nullable: false),
                    LastEvent = table.Column<int>(type: "INTEGER", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecommendationState", x => x.LocalizationSet);
                });

            migrationBuilder.CreateTable(
                name: "RecoveryCode",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecoveryCode", x => new { x.UserId, x.Hash });
                });

            migrationBuilder.CreateTable(
                name: "Redirect",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<string>(type: "TEXT", nullable: false),
                    IsPrefix = table.Column<bool>(type: "INTEGER", nullable: false),
                    To = table.Column<string>(type: "TEXT", nullable: false),
                    Status = table.Column<int>(type: "INTEGER", nullable: false),
                    Hits = table.Column<long>(type: "INTEGER", nullable: false),
                    LastHit = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Redirect", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ResponseDraft",
                columns: table => new
                {
                    CodeHash = table.Column<string>(type: "TEXT", nullable: false),
                    ConsultationSet = table.Column<string>(type: "TEXT", nullable: false),
                    Sealed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ChangedUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ResponseDraft", x => x.CodeHash);
                });

            migrationBuilder.CreateTable(
                name: "Review",
                columns: table => new
                {
                    ContentItemId = table.Column<string>(type: "TEXT", nullable: false),
                    DraftId = table.Column<string>(type: "TEXT", nullable: false),
                    VersionId = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    SinceUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    AskedById = table.Column<string>(type: "TEXT", nullable: true),
                    AssignedToId = table.Column<string>(type: "TEXT", nullable: true),
                    Print = table.Column<string>(type: "TEXT", nullable: false),
                    SeenJson = table.Column<string>(type: "TEXT", nullable: true),
                    Stamp = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Review", x => x.ContentItemId);
                });

            migrationBuilder.CreateTable(
                name: "ReviewEntry",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ContentItemId = table.Column<string>(type: "TEXT", nullable: false),
                    DraftId = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<string>(type: "TEXT", nullable: true),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    AssigneeId = table.Column<string>(type: "TEXT", nullable: true),
                    Field = table.Column<string>(type: "TEXT", nullable: true),
                    Quote = table.Column<string>(type: "TEXT", nullable: true),
                    Print = table.Column<string>(type: "TEXT", nullable: true),
                    CommentId = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewEntry", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SavedListView",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Query = table.Column<string>(type: "TEXT", nullable: false),
                    IsShared = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedListView", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SecondFactor",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    ProtectedKey = table.Column<string>(type: "TEXT", nullable: false),
                    LastStep = table.Column<long>(type: "INTEGER", nullable: false),
                    AddedUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SecondFactor", x => x.UserId);
                });

            migrationBuilder.CreateTable(
                name: "Setting",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Setting", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "SetTranslations",
                columns: table => new
                {
                    LocalizationSet = table.Column<string>(type: "TEXT", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", nullable: false),
                    OrganisationSet = table.Column<string>(type: "TEXT", nullable: true),
                    ChangedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Titles = table.Column<string>(type: "TEXT", nullable: false),
                    Sq = table.Column<int>(type: "INTEGER", nullable: false),
                    Sr = table.Column<int>(type: "INTEGER", nullable: false),
                    Bs = table.Column<int>(type: "INTEGER", nullable: false),
                    En = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SetTranslations", x => x.LocalizationSet);
                });

            migrationBuilder.CreateTable(
                name: "SignInAttempt",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Client = table.Column<string>(type: "TEXT", nullable: false),
                    Method = table.Column<string>(type: "TEXT", nullable: false),
                    Succeeded = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInAttempt", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Submission",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    ReplyToId = table.Column<string>(type: "TEXT", nullable: true),
                    ConsultationSet = table.Column<string>(type: "TEXT", nullable: false),
                    SectionId = table.Column<string>(type: "TEXT", nullable: true),
                    SectionVersionId = table.Column<string>(type: "TEXT", nullable: true),
                    QuestionnaireVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    Culture = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Was = table.Column<string>(type: "TEXT", nullable: true),
                    Appearance = table.Column<string>(type: "TEXT", nullable: false),
                    WaitsSinceUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AppealedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CurrentVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedRound = table.Column<int>(type: "INTEGER", nullable: true),
                    MergedIntoId = table.Column<string>(type: "TEXT", nullable: true),
                    Channel = table.Column<string>(type: "TEXT", nullable: false),
                    ReceivedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ChangedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    OnBehalfOf = table.Column<string>(type: "TEXT", nullable: true),
                    ConsentVersion = table.Column<string>(type: "TEXT", nullable: false),
                    ReceiptHash = table.Column<string>(type: "TEXT", nullable: false),
                    AuthorUserId = table.Column<string>(type: "TEXT", nullable: true),
                    ErasedUtc = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Stamp = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Submission", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SubmissionAppeal",
                columns: table => new
                {
                    SubmissionId = table.Column<string>(type: "TEXT", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: false),
                    AppealedUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmissionAppeal", x => x.SubmissionId);
                });

            migrationBuilder.CreateTable(
                name: "SubmissionAttachment",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    SubmissionId = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    IsExcluded = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmissionAttachment", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SubmissionClaim",
                columns: table => new
                {
                    SubmissionId = table.Column<string>(type: "TEXT", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    UntilUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmissionClaim", x => x.SubmissionId);
                });

            migrationBuilder.CreateTable(
                name: "SubmissionContact",
                columns: table => new
                {
                    SubmissionId = table.Column<string>(type: "TEXT", nullable: false),
                    ProtectedAddress = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmissionContact", x => x.SubmissionId);
                });

            migrationBuilder.CreateTable(
                name: "SubmissionDecision",
                columns: table => new
                {
                    SubmissionId = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Step = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    ReasonVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    MergedIntoId = table.Column<string>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    Redactions = table.Column<string>(type: "TEXT", nullable: true),
                    ModeratorId = table.Column<string>(type: "TEXT", nullable: true),
                    AskedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    DecidedUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IsAnswer = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmissionDecision", x => new { x.SubmissionId, x.Version, x.Round });
                });

            migrationBuilder.CreateTable(
                name: "SubmissionDemographics",
                columns: table => new
                {
                    SubmissionId = table.Column<string>(type: "TEXT", nullable: false),
                    AgeBand = table.Column<string>(type: "TEXT", nullable: true),
                    Gender = table.Column<string>(type: "TEXT", nullable: true),
                    Community = table.Column<string>(type: "TEXT", nullable: true),
                    MunicipalitySet = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmissionDemographics", x => x.SubmissionId);
                });

            migrationBuilder.CreateTable(
                name: "SubmissionEscalation",
                columns: table => new
                {
                    SubmissionId = table.Column<string>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    ById = table.Column<string>(type: "TEXT", nullable: true),
                    ToId = table.Column<string>(type: "TEXT", nullable: true),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmissionEscalation", x => new { x.SubmissionId, x.Round });
                });

            migrationBuilder.CreateTable(
                name: "SubmissionEvent",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    SubmissionId = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Leaf = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Salt = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Opening = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmissionEvent", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SubmissionFingerprint",
                columns: table => new
                {
                    SubmissionId = table.Column<string>(type: "TEXT", nullable: false),
                    Band = table.Column<int>(type: "INTEGER", nullable: false),
                    ConsultationSet = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmissionFingerprint", x => new { x.SubmissionId, x.Band });
                });

            migrationBuilder.CreateTable(
                name: "SubmissionLabel",
                columns: table => new
                {
                    SubmissionId = table.Column<string>(type: "TEXT", nullable: false),
                    Label = table.Column<string>(type: "TEXT", nullable: false),
                    OtherId = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmissionLabel", x => new { x.SubmissionId, x.Label });
                });

            migrationBuilder.CreateTable(
                name: "SubmissionReport",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    SubmissionId = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    ReasonVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    AtUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SettledUtc = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmissionReport", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SubmissionVersion",
                columns: table => new
                {
                    SubmissionId = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    CreatedUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SubmissionVersion", x => new { x.SubmissionId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "TranslationPairs",
                columns: table => new
                {
                    ContentItemId = table.Column<string>(type: "TEXT", nullable: false),
                    SourceCulture = table.Column<string>(type: "TEXT", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TranslationPairs", x => new { x.ContentItemId, x.SourceCulture });
                });

            migrationBuilder.CreateTable(
                name: "UnsavedWork",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    Form = table.Column<string>(type: "TEXT", nullable: false),
                    Json = table.Column<string>(type: "TEXT", nullable: false),
                    Stamp = table.Column<Guid>(type: "TEXT", nullable: false),
                    SetStamp = table.Column<Guid>(type: "TEXT", nullable: false),
                    KeptUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnsavedWork", x => new { x.UserId, x.Form });
                });

            migrationBuilder.CreateTable(
                name: "UserSession",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    Client = table.Column<string>(type: "TEXT", nullable: false),
                    Method = table.Column<string>(type: "TEXT", nullable: false),
                    SignedInUtc = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LastSeenUtc = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserSession", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AspNetRoleClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    RoleId = table.Column<string>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetRoleClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetRoleClaims_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    ClaimType = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimValue = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderKey = table.Column<string>(type: "TEXT", nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    UserId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserPasskeys",
                columns: table => new
                {
                    CredentialId = table.Column<byte[]>(type: "BLOB", maxLength: 1024, nullable: false),
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    Data = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserPasskeys", x => x.CredentialId);
                    table.ForeignKey(
                        name: "FK_AspNetUserPasskeys_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserRoles",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    RoleId = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserRoles", x => new { x.UserId, x.RoleId });
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetRoles_RoleId",
                        column: x => x.RoleId,
                        principalTable: "AspNetRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_AspNetUserRoles_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    LoginProvider = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ApiToken_Hash",
                table: "ApiToken",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetRoleClaims_RoleId",
                table: "AspNetRoleClaims",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "RoleNameIndex",
                table: "AspNetRoles",
                column: "NormalizedName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserPasskeys_UserId",
                table: "AspNetUserPasskeys",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserRoles_RoleId",
                table: "AspNetUserRoles",
                column: "RoleId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrailEvent_Category_Id",
                table: "AuditTrailEvent",
                columns: new[] { "Category", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrailEvent_CreatedUtc_Id",
                table: "AuditTrailEvent",
                columns: new[] { "CreatedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrailEvent_SubjectId_Id",
                table: "AuditTrailEvent",
                columns: new[] { "SubjectId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrailEvent_UserId",
                table: "AuditTrailEvent",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AuditTrailEvent_UserName_Id",
                table: "AuditTrailEvent",
                columns: new[] { "UserName", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_ConsultationDocumentImport_CreatedUtc",
                table: "ConsultationDocumentImport",
                column: "CreatedUtc");

            migrationBuilder.CreateIndex(
                name: "IX_ConsultationIndex_ClosesUtc",
                table: "ConsultationIndex",
                column: "ClosesUtc");

            migrationBuilder.CreateIndex(
                name: "IX_ConsultationRetention_ClosesUtc",
                table: "ConsultationRetention",
                column: "ClosesUtc");

            migrationBuilder.CreateIndex(
                name: "IX_ConsultationWindowChange_LocalizationSet",
                table: "ConsultationWindowChange",
                column: "LocalizationSet");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItem_ContentType_Culture_PublishedUtc",
                table: "ContentItem",
                columns: new[] { "ContentType", "Culture", "PublishedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentItem_Culture_PublishedPath",
                table: "ContentItem",
                columns: new[] { "Culture", "PublishedPath" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContentItem_List_All_FoldedTitle",
                table: "ContentItem",
                columns: new[] { "FoldedTitle", "ContentItemId", "ContentType", "Culture", "State", "OrganisationSet" },
                filter: "\"LatestVersionId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItem_List_All_ModifiedUtc",
                table: "ContentItem",
                columns: new[] { "ModifiedUtc", "ContentItemId", "ContentType", "Culture", "State", "OrganisationSet" },
                filter: "\"LatestVersionId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItem_List_ContentType_FoldedTitle",
                table: "ContentItem",
                columns: new[] { "ContentType", "FoldedTitle", "ContentItemId", "Culture", "State", "OrganisationSet" },
                filter: "\"LatestVersionId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItem_List_ContentType_ModifiedUtc",
                table: "ContentItem",
                columns: new[] { "ContentType", "ModifiedUtc", "ContentItemId", "Culture", "State", "OrganisationSet" },
                filter: "\"LatestVersionId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItem_List_Culture_FoldedTitle",
                table: "ContentItem",
                columns: new[] { "Culture", "FoldedTitle", "ContentItemId", "ContentType", "State", "OrganisationSet" },
                filter: "\"LatestVersionId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItem_List_Culture_ModifiedUtc",
                table: "ContentItem",
                columns: new[] { "Culture", "ModifiedUtc", "ContentItemId", "ContentType", "State", "OrganisationSet" },
                filter: "\"LatestVersionId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItem_List_ModifiedBy_ModifiedUtc",
                table: "ContentItem",
                columns: new[] { "ModifiedBy", "ModifiedUtc", "ContentItemId", "ContentType", "Culture", "State", "OrganisationSet" },
                filter: "\"LatestVersionId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItem_List_OrganisationSet_FoldedTitle",
                table: "ContentItem",
                columns: new[] { "OrganisationSet", "FoldedTitle", "ContentItemId", "ContentType", "Culture", "State" },
                filter: "\"LatestVersionId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItem_List_OrganisationSet_ModifiedUtc",
                table: "ContentItem",
                columns: new[] { "OrganisationSet", "ModifiedUtc", "ContentItemId", "ContentType", "Culture", "State" },
                filter: "\"LatestVersionId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItem_List_OwnerId_ModifiedUtc",
                table: "ContentItem",
                columns: new[] { "OwnerId", "ModifiedUtc", "ContentItemId", "ContentType", "Culture", "State", "OrganisationSet" },
                filter: "\"LatestVersionId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItem_List_State_FoldedTitle",
                table: "ContentItem",
                columns: new[] { "State", "FoldedTitle", "ContentItemId", "ContentType", "Culture", "OrganisationSet" },
                filter: "\"LatestVersionId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItem_List_State_ModifiedUtc",
                table: "ContentItem",
                columns: new[] { "State", "ModifiedUtc", "ContentItemId", "ContentType", "Culture", "OrganisationSet" },
                filter: "\"LatestVersionId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItem_LocalizationSet_Culture",
                table: "ContentItem",
                columns: new[] { "LocalizationSet", "Culture" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContentItem_RemovedUtc_ContentItemId",
                table: "ContentItem",
                columns: new[] { "RemovedUtc", "ContentItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentItemIndex_ContentType_Culture_Day",
                table: "ContentItemIndex",
                columns: new[] { "ContentType", "Culture", "Day" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentItemIndex_ContentType_Culture_Kind",
                table: "ContentItemIndex",
                columns: new[] { "ContentType", "Culture", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentItemIndex_ContentType_Culture_PublishedUtc_ContentItemId",
                table: "ContentItemIndex",
                columns: new[] { "ContentType", "Culture", "PublishedUtc", "ContentItemId" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentItemIndex_ListedUtc",
                table: "ContentItemIndex",
                column: "ListedUtc");

            migrationBuilder.CreateIndex(
                name: "IX_ContentItemIndex_LocalizationSet_Culture",
                table: "ContentItemIndex",
                columns: new[] { "LocalizationSet", "Culture" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContentItemIndex_OrganisationSet_Culture",
                table: "ContentItemIndex",
                columns: new[] { "OrganisationSet", "Culture" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentItemVersion_ContentItemId_Number",
                table: "ContentItemVersion",
                columns: new[] { "ContentItemId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ContentReference_Field_LocalizationSet",
                table: "ContentReference",
                columns: new[] { "Field", "LocalizationSet" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentReference_Target_Field_LocalizationSet",
                table: "ContentReference",
                columns: new[] { "Target", "Field", "LocalizationSet" });

            migrationBuilder.CreateIndex(
                name: "IX_ContentSchedule_AtUtc",
                table: "ContentSchedule",
                column: "AtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_ContentSchedule_ById",
                table: "ContentSchedule",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_ContentTitleWord_ContentItemId",
                table: "ContentTitleWord",
                column: "ContentItemId");

            migrationBuilder.CreateIndex(
                name: "IX_Follower_ConsultationSet_AddressKey",
                table: "Follower",
                columns: new[] { "ConsultationSet", "AddressKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LogEntry_LeafHash",
                table: "LogEntry",
                column: "LeafHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LogHead_Day",
                table: "LogHead",
                column: "Day");

            migrationBuilder.CreateIndex(
                name: "IX_LogKey_Number",
                table: "LogKey",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MailedLink_ExpiresUtc",
                table: "MailedLink",
                column: "ExpiresUtc");

            migrationBuilder.CreateIndex(
                name: "IX_MailedLink_Hash",
                table: "MailedLink",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MailedLink_UserId",
                table: "MailedLink",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_MediaFolder_ParentId_Name",
                table: "MediaFolder",
                columns: new[] { "ParentId", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MediaFolder_Path",
                table: "MediaFolder",
                column: "Path",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MediaItem_CreatedUtc_Id",
                table: "MediaItem",
                columns: new[] { "CreatedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MediaItem_FolderId_CreatedUtc_Id",
                table: "MediaItem",
                columns: new[] { "FolderId", "CreatedUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_MediaItem_ModifiedUtc",
                table: "MediaItem",
                column: "ModifiedUtc");

            migrationBuilder.CreateIndex(
                name: "IX_MediaItem_Path",
                table: "MediaItem",
                column: "Path",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MediaUsage_Path",
                table: "MediaUsage",
                column: "Path");

            migrationBuilder.CreateIndex(
                name: "IX_Notification_AtUtc",
                table: "Notification",
                column: "AtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_Notification_MailedUtc_ReadUtc",
                table: "Notification",
                columns: new[] { "MailedUtc", "ReadUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Notification_UserId_AtUtc",
                table: "Notification",
                columns: new[] { "UserId", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_OfflineEntry_ConsultationSet_EnteredUtc",
                table: "OfflineEntry",
                columns: new[] { "ConsultationSet", "EnteredUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Outbox_DueUtc",
                table: "Outbox",
                column: "DueUtc");

            migrationBuilder.CreateIndex(
                name: "IX_QuestionnaireResponse_ConsultationSet_SubmissionId",
                table: "QuestionnaireResponse",
                columns: new[] { "ConsultationSet", "SubmissionId" });

            migrationBuilder.CreateIndex(
                name: "IX_RecommendationEvent_Id",
                table: "RecommendationEvent",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Redirect_Scope_From_IsPrefix",
                table: "Redirect",
                columns: new[] { "Scope", "From", "IsPrefix" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ResponseDraft_ConsultationSet",
                table: "ResponseDraft",
                column: "ConsultationSet");

            migrationBuilder.CreateIndex(
                name: "IX_Review_AskedById",
                table: "Review",
                column: "AskedById");

            migrationBuilder.CreateIndex(
                name: "IX_Review_AssignedToId",
                table: "Review",
                column: "AssignedToId");

            migrationBuilder.CreateIndex(
                name: "IX_Review_State_SinceUtc",
                table: "Review",
                columns: new[] { "State", "SinceUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewEntry_ContentItemId",
                table: "ReviewEntry",
                column: "ContentItemId");

            migrationBuilder.CreateIndex(
                name: "IX_SavedListView_IsShared",
                table: "SavedListView",
                column: "IsShared");

            migrationBuilder.CreateIndex(
                name: "IX_SavedListView_UserId",
                table: "SavedListView",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_SetTranslations_ChangedUtc_LocalizationSet",
                table: "SetTranslations",
                columns: new[] { "ChangedUtc", "LocalizationSet" });

            migrationBuilder.CreateIndex(
                name: "IX_SetTranslations_ContentType_OrganisationSet_Sq_Sr_Bs_En",
                table: "SetTranslations",
                columns: new[] { "ContentType", "OrganisationSet", "Sq", "Sr", "Bs", "En" });

            migrationBuilder.CreateIndex(
                name: "IX_SignInAttempt_AtUtc",
                table: "SignInAttempt",
                column: "AtUtc");

            migrationBuilder.CreateIndex(
                name: "IX_SignInAttempt_UserId_AtUtc",
                table: "SignInAttempt",
                columns: new[] { "UserId", "AtUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Submission_AuthorUserId",
                table: "Submission",
                column: "AuthorUserId");

            migrationBuilder.CreateIndex(
                name: "IX_Submission_ConsultationSet_Appearance_ReceivedUtc",
                table: "Submission",
                columns: new[] { "ConsultationSet", "Appearance", "ReceivedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_Submission_ConsultationSet_ReceivedUtc_Id",
                table: "Submission",
                columns: new[] { "ConsultationSet", "ReceivedUtc", "Id" },
                descending: new[] { false, true, false },
                filter: "\"Appearance\" <> 'None' AND \"QuestionnaireVersion\" IS NULL AND \"ReplyToId\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Submission_ConsultationSet_ReplyToId",
                table: "Submission",
                columns: new[] { "ConsultationSet", "ReplyToId" },
                filter: "\"ReplyToId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Submission_ConsultationSet_State",
                table: "Submission",
                columns: new[] { "ConsultationSet", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Submission_ConsultationSet_WaitsSinceUtc_Id",
                table: "Submission",
                columns: new[] { "ConsultationSet", "WaitsSinceUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Submission_MergedIntoId",
                table: "Submission",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_Submission_ReceiptHash",
                table: "Submission",
                column: "ReceiptHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Submission_ReceivedUtc",
                table: "Submission",
                column: "ReceivedUtc",
                filter: "\"State\" = 'Received'");

            migrationBuilder.CreateIndex(
                name: "IX_Submission_WaitsSinceUtc_Id",
                table: "Submission",
                columns: new[] { "WaitsSinceUtc", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_SubmissionAttachment_SubmissionId_Number",
                table: "SubmissionAttachment",
                columns: new[] { "SubmissionId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SubmissionClaim_UntilUtc",
                table: "SubmissionClaim",
                column: "UntilUtc");

            migrationBuilder.CreateIndex(
                name: "IX_SubmissionDecision_ModeratorId_DecidedUtc",
                table: "SubmissionDecision",
                columns: new[] { "ModeratorId", "DecidedUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_SubmissionEvent_SubmissionId",
                table: "SubmissionEvent",
                column: "SubmissionId");

            migrationBuilder.CreateIndex(
                name: "IX_SubmissionFingerprint_ConsultationSet_Hash_SubmissionId",
                table: "SubmissionFingerprint",
                columns: new[] { "ConsultationSet", "Hash", "SubmissionId" });

            migrationBuilder.CreateIndex(
                name: "IX_SubmissionReport_SettledUtc",
                table: "SubmissionReport",
                column: "SettledUtc");

            migrationBuilder.CreateIndex(
                name: "IX_SubmissionReport_SubmissionId_SettledUtc",
                table: "SubmissionReport",
                columns: new[] { "SubmissionId", "SettledUtc" });

            migrationBuilder.CreateIndex(
                name: "IX_UnsavedWork_KeptUtc",
                table: "UnsavedWork",
                column: "KeptUtc");

            migrationBuilder.CreateIndex(
                name: "IX_UserSession_UserId",
                table: "UserSession",
                column: "UserId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ApiToken");

            migrationBuilder.DropTable(
                name: "AspNetRoleClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserPasskeys");

            migrationBuilder.DropTable(
                name: "AspNetUserRoles");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "AuditTrailCut");

            migrationBuilder.DropTable(
                name: "AuditTrailEvent");

            migrationBuilder.DropTable(
                name: "ChangeLog");

            migrationBuilder.DropTable(
                name: "CommentSupport");

            migrationBuilder.DropTable(
                name: "ConsultationDocumentImport");

            migrationBuilder.DropTable(
                name: "ConsultationIndex");

            migrationBuilder.DropTable(
                name: "ConsultationRetention");

            migrationBuilder.DropTable(
                name: "ConsultationWindowChange");

            migrationBuilder.DropTable(
                name: "ContentDefinition");

            migrationBuilder.DropTable(
                name: "ContentItem");

            migrationBuilder.DropTable(
                name: "ContentItemIndex");

            migrationBuilder.DropTable(
                name: "ContentItemVersion");

            migrationBuilder.DropTable(
                name: "ContentPath");

            migrationBuilder.DropTable(
                name: "ContentReference");

            migrationBuilder.DropTable(
                name: "ContentSchedule");

            migrationBuilder.DropTable(
                name: "ContentSet");

            migrationBuilder.DropTable(
                name: "ContentTitleWord");

            migrationBuilder.DropTable(
                name: "DataProtectionKey");

            migrationBuilder.DropTable(
                name: "Feature");

            migrationBuilder.DropTable(
                name: "Follower");

            migrationBuilder.DropTable(
                name: "FollowerNotice");

            migrationBuilder.DropTable(
                name: "InterfaceString");

            migrationBuilder.DropTable(
                name: "LogEntry");

            migrationBuilder.DropTable(
                name: "LogHead");

            migrationBuilder.DropTable(
                name: "LogKey");

            migrationBuilder.DropTable(
                name: "LogNode");

            migrationBuilder.DropTable(
                name: "LogPending");

            migrationBuilder.DropTable(
                name: "MailedLink");

            migrationBuilder.DropTable(
                name: "MediaFolder");

            migrationBuilder.DropTable(
                name: "MediaItem");

            migrationBuilder.DropTable(
                name: "MediaText");

            migrationBuilder.DropTable(
                name: "MediaUsage");

            migrationBuilder.DropTable(
                name: "MergedTerm");

            migrationBuilder.DropTable(
                name: "ModerationReason");

            migrationBuilder.DropTable(
                name: "Notification");

            migrationBuilder.DropTable(
                name: "NotificationChoice");

            migrationBuilder.DropTable(
                name: "NotificationDigest");

            migrationBuilder.DropTable(
                name: "OfflineEntry");

            migrationBuilder.DropTable(
                name: "Outbox");

            migrationBuilder.DropTable(
                name: "Questionnaire");

            migrationBuilder.DropTable(
                name: "QuestionnaireResponse");

            migrationBuilder.DropTable(
                name: "QuestionnaireVersion");

            migrationBuilder.DropTable(
                name: "QueueAlert");

            migrationBuilder.DropTable(
                name: "RecommendationEvent");

            migrationBuilder.DropTable(
                name: "RecommendationState");

            migrationBuilder.DropTable(
                name: "RecoveryCode");

            migrationBuilder.DropTable(
                name: "Redirect");

            migrationBuilder.DropTable(
                name: "ResponseDraft");

            migrationBuilder.DropTable(
                name: "Review");

            migrationBuilder.DropTable(
                name: "ReviewEntry");

            migrationBuilder.DropTable(
                name: "SavedListView");

            migrationBuilder.DropTable(
                name: "SecondFactor");

            migrationBuilder.DropTable(
                name: "Setting");

            migrationBuilder.DropTable(
                name: "SetTranslations");

            migrationBuilder.DropTable(
                name: "SignInAttempt");

            migrationBuilder.DropTable(
                name: "Submission");

            migrationBuilder.DropTable(
                name: "SubmissionAppeal");

            migrationBuilder.DropTable(
                name: "SubmissionAttachment");

            migrationBuilder.DropTable(
                name: "SubmissionClaim");

            migrationBuilder.DropTable(
                name: "SubmissionContact");

            migrationBuilder.DropTable(
                name: "SubmissionDecision");

            migrationBuilder.DropTable(
                name: "SubmissionDemographics");

            migrationBuilder.DropTable(
                name: "SubmissionEscalation");

            migrationBuilder.DropTable(
                name: "SubmissionEvent");

            migrationBuilder.DropTable(
                name: "SubmissionFingerprint");

            migrationBuilder.DropTable(
                name: "SubmissionLabel");

            migrationBuilder.DropTable(
                name: "SubmissionReport");

            migrationBuilder.DropTable(
                name: "SubmissionVersion");

            migrationBuilder.DropTable(
                name: "TranslationPairs");

            migrationBuilder.DropTable(
                name: "UnsavedWork");

            migrationBuilder.DropTable(
                name: "UserSession");

            migrationBuilder.DropTable(
                name: "AspNetRoles");

            migrationBuilder.DropTable(
                name: "AspNetUsers");
        }
    }
}
