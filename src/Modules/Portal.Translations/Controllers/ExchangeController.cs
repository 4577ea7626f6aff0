using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Portal.Cms;
using Portal.Cms.Display;
using Portal.Cms.Http;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Translations.Actions;
using Portal.Translations.Exchange;
using Portal.Translations.ViewModels;

namespace Portal.Translations.Controllers;

/// <summary>Files of translations: taken away, brought back, looked at, taken over.</summary>
[Admin, RequestSizeLimit(LargestRequest), RequestFormLimits(ValueLengthLimit = LargestRequest, MultipartBodyLengthLimit = LargestRequest)]
public sealed class ExchangeController(ItemExchange items, InterfaceExchange words, ImportTranslations import, PageFrame frame, IStringLocalizer text) : Controller
{
    /// <summary>A file of the greatest size as a field of a form, in bytes.</summary>
    const int LargestRequest = 3 * PoUpload.LargestFile;

    [HttpGet("/admin/translations/export"), RequiresPermission("ListContent")]
    public async Task<IActionResult> ExportItems([FromQuery] string[] set, string? from, string? to, CancellationToken cancel)
    {
        if (Written(from) is not { } source || Written(to) is not { } target || source == target) return BadRequest();
        return Po(await items.ExportAsync(set, source, target, cancel), $"texts-{source.Code}-{target.Code}.po");
    }

    [HttpGet("/admin/interface-strings/export"), RequiresPermission("ManageTranslations")]
    public IActionResult ExportInterface(string? culture) => Culture.TryFrom(culture, out var known) ? Po(words.Export(known), $"interface-{known.Code}.po") : BadRequest();

    [HttpGet("/admin/translations/import"), RequiresPermission("ListContent")]
    public IActionResult ImportItems() => Page(new(Request.Path, IsInterface: false));

    [HttpGet("/admin/interface-strings/import"), RequiresPermission("ManageTranslations")]
    public IActionResult ImportInterface(string? culture) => Page(new(Request.Path, IsInterface: true) { Culture = culture });

    [HttpPost("/admin/translations/import"), RequiresPermission("ListContent"), ValidateAntiForgeryToken]
    public async Task<IActionResult> ImportItems(IFormFile? file, [FromForm] string? po, [FromForm] string? digest, CancellationToken cancel)
    {
        var view = new ImportView(Request.Path, IsInterface: false);
        var given = await TextAsync(file, po, cancel);
        if (given.Problem is { } unreadable) return Page(view with { Problem = unreadable });

        var taken = digest is null ? default(Result<int>?) : await import.ItemsAsync(new(given.Value, digest), cancel);
        if (taken is { Succeeded: true } done) return Done(done.Value, "/admin/translations");
        var read = await items.ReadAsync(given.Value, cancel);
        return Page(view with { Text = given.Value, Import = read.Succeeded ? read.Value : null, Problem = taken?.Problem ?? read.Problem });
    }

    [HttpPost("/admin/interface-strings/import"), RequiresPermission("ManageTranslations"), ValidateAntiForgeryToken]
    public async Task<IActionResult> ImportInterface(IFormFile? file, [FromForm] string? po, [FromForm] string? digest, [FromForm] string? culture, CancellationToken cancel)
    {
        if (!Culture.TryFrom(culture, out var known)) return BadRequest();
        var view = new ImportView(Request.Path, IsInterface: true) { Culture = known.Code };
        var given = await TextAsync(file, po, cancel);
        if (given.Problem is { } unreadable) return Page(view with { Problem = unreadable });

        var taken = digest is null ? default(Result<int>?) : await import.InterfaceAsync(new(given.Value, digest), known, cancel);
        if (taken is { Succeeded: true } done) return Done(done.Value, $"/admin/interface-strings?culture={known.Code}&show=Changed");
        var read = words.Read(given.Value, known);
        return Page(view with { Text = given.Value, Import = read.Succeeded ? read.Value : null, Problem = taken?.Problem ?? read.Problem });
    }

    /// <summary>The file that was chosen, or the one that was looked at before.</summary>
    static async Task<Result<string>> TextAsync(IFormFile? file, string? po, CancellationToken cancel)
    {
        if (file is null) return string.IsNullOrWhiteSpace(po) ? Cms.Problem.Invalid("file", "Choose a file.") : po.ReplaceLineEndings("\n");
        if (file.Length > PoUpload.LargestFile) return PoUpload.TooLarge;
        using var reader = new StreamReader(file.OpenReadStream(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        try
        {
            return await reader.ReadToEndAsync(cancel);
        }
        catch (DecoderFallbackException)
        {
            return Cms.Problem.Invalid("file", "The file is not in UTF-8.");
        }
    }

    ViewResult Page(ImportView view)
    {
        frame.Title = text["Take over a file of translations"];
        frame.Breadcrumbs.Add(view.IsInterface ? new(text["Words of the interface"], "/admin/interface-strings") : new(text["Translations"], "/admin/translations"));
        if (view.Problem is { } problem) Response.StatusCode = ProblemResults.StatusOf(problem.Kind);
        return View("Import", view);
    }

    RedirectResult Done(int count, string to)
    {
        TempData[WorkbenchController.Saved] = text.Plural(count, "{0} text was taken over.", "{0} texts were taken over.").Value;
        return Redirect(to);
    }

    FileContentResult Po(string content, string name) => File(Encoding.UTF8.GetBytes(content), "text/x-gettext-translation; charset=utf-8", name);

    static Culture? Written(string? code) => Culture.ContentCultures.FirstOrDefault(c => c.Code == code);
}
