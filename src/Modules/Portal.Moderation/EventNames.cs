namespace Portal.Moderation;

/// <summary>What events of a submission are called to its author.</summary>
public static class EventNames
{
    /// <returns>English message id.</returns>
    public static string Of(string kind) => kind switch
    {
        "received" => "It was received.",
        "confirmed" => "Its address was confirmed.",
        "edited" => "You changed the text.",
        "decided" => "A moderator decided.",
        "appealed" => "You appealed.",
        "withdrawn" => "You withdrew it.",
        "expired" => "It expired.",
        "reported" => "A reader reported it.",
        "escalated" => "A moderator left it to another.",
        "reopened" => "The moderators looked at it again.",
        "merged" => "It was counted together with an equal one.",
        "erased" => "Its content was deleted.",
        _ => "Something else happened.",
    };
}
