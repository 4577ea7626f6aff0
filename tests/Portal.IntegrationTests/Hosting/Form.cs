namespace Portal.IntegrationTests.Hosting;

/// <summary>The fields of a form by their names.</summary>
public sealed class Form() : Dictionary<string, string>(StringComparer.Ordinal);
