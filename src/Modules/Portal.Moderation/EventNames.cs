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
        "kept" => "A moderator looked at it again and left it as it was.",
        "upheld" => "Somebody else confirmed the first decision.",
        "reversed" => "Somebody else decided otherwise.",
        "reported" => "A reader reported it.",
        "hidden" => "A reader reported it, and it is hidden until a moderator has looked.",
        "escalated" => "A moderator left it to another.",
        "reopened" => "The moderators looked at it again.",
        "merged" => "It was counted together with an equal one.",
        "erased" => "Its content was deleted.",
        _ => "Something else happened.",
    };
}
