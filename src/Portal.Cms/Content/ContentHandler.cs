namespace Portal.Cms.Content;

/// <summary>What is being done to an item, as its handlers see it.</summary>
/// <param name="Document">The item's parts with the shared fields in place.</param>
public sealed record ContentChange(ContentItem Item, ContentItemVersion Version, ContentDocument Document);

/// <summary>Takes part in what happens to content items, inside the same transaction: checks them, fills index rows. An exception undoes the whole change and is named.</summary>
public abstract class ContentHandler
{
    /// <summary>Puts right what whoever writes an item cannot know, before it is checked: a reference to what has become something else meanwhile.</summary>
    public virtual Task SavingAsync(ContentItem item, ContentDocument document, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Adds what is wrong with an item that is about to be saved.</summary>
    public virtual Task ValidatingAsync(ContentChange change, List<FieldError> errors, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Adds what keeps an editor from making the latest version public now. An import, which brings back what was public elsewhere, is not asked.</summary>
    public virtual Task PublishingAsync(ContentChange change, List<FieldError> errors, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>A draft was saved; it is the latest version now.</summary>
    public virtual Task SavedAsync(ContentChange change, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>The version became public, in place of any earlier one.</summary>
    public virtual Task PublishedAsync(ContentChange change, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>The item is no longer public.</summary>
    public virtual Task UnpublishedAsync(ContentChange change, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Two terms became one: whatever pointed to the first points to the second now, in drafts and in published versions. Rows of the module's own follow.</summary>
    /// <param name="from">Localization set that is no more.</param>
    /// <param name="into">Localization set that stays.</param>
    public virtual Task MergedAsync(string from, string into, CancellationToken cancel) => Task.CompletedTask;
}

/// <summary>A handler failed; the change did not happen.</summary>
public sealed class ContentHandlerException(string handler, string step, Exception inner) : Exception($"The content handler {handler} failed while {step}: {inner.Message}", inner);

/// <summary>Calls the handlers in the order of their modules.</summary>
public sealed class ContentHandlers(IEnumerable<ContentHandler> handlers)
{
    public Task SavingAsync(ContentItem item, ContentDocument document, CancellationToken cancel) => EachAsync("preparing", h => h.SavingAsync(item, document, cancel));
    public Task MergedAsync(string from, string into, CancellationToken cancel) => EachAsync("merging", h => h.MergedAsync(from, into, cancel));
    public Task ValidatingAsync(ContentChange change, List<FieldError> errors, CancellationToken cancel) => EachAsync("validating", h => h.ValidatingAsync(change, errors, cancel));
    public Task PublishingAsync(ContentChange change, List<FieldError> errors, CancellationToken cancel) => EachAsync("judging", h => h.PublishingAsync(change, errors, cancel));
    public Task SavedAsync(ContentChange change, CancellationToken cancel) => EachAsync("saving", h => h.SavedAsync(change, cancel));
    public Task PublishedAsync(ContentChange change, CancellationToken cancel) => EachAsync("publishing", h => h.PublishedAsync(change, cancel));
    public Task UnpublishedAsync(ContentChange change, CancellationToken cancel) => EachAsync("unpublishing", h => h.UnpublishedAsync(change, cancel));

    async Task EachAsync(string step, Func<ContentHandler, Task> call)
    {
        foreach (var handler in handlers)
        {
            try { await call(handler); }
            catch (Exception failure) when (failure is not OperationCanceledException) { throw new ContentHandlerException(handler.GetType().Name, step, failure); }
        }
    }
}
