namespace Portal.Cms.Privacy;

/// <summary>One thing that the portal does with data about people, declared by the module that does it (GDPR, article 30). The page that shows it is made from these; a test fails when a table is neither here nor among <see cref="ImpersonalTables"/>.</summary>
/// <param name="Name">English message id: what is done.</param>
/// <param name="Purpose">English message id: why.</param>
/// <param name="Data">English message id: which data.</param>
/// <param name="Kept">English message id: how long. Where a setting decides it, an <see cref="IRetentionPeriod"/> says so instead.</param>
/// <param name="Where">English message id: where it is, and who sees it.</param>
/// <param name="Tables">The tables that hold it; none where it is only in memory or in files.</param>
public sealed record ProcessingActivity(string Name, string Purpose, string Data, string Kept, string Where, params string[] Tables);

/// <summary>Tables that hold nothing about people.</summary>
public sealed record ImpersonalTables(params string[] Tables);
