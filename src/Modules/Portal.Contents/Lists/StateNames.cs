namespace Portal.Contents.Lists;

/// <summary>What the states of items are called.</summary>
public static class StateNames
{
    /// <returns>English message id.</returns>
    public static string Of(string state) => state switch
    {
        EditorsFilter.Draft => "Draft",
        EditorsFilter.Changed => "Published, with changes waiting",
        EditorsFilter.Scheduled => "Scheduled",
        "Removed" => "In the bin",
        _ => "Published",
    };
}
