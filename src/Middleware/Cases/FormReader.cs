using System.Globalization;
using CreditKit.Cases;
using CreditKit.Records;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CreditKit.AspNetCore;

/// <summary>Reads a posted form within limits. What cannot be read as a form is an empty one: its fields are then asked for.</summary>
internal static class FormReader
{
    /// <summary>Room for the fields and the wrapping of files beside the papers themselves.</summary>
    private const int Overhead = 1_000_000;
    private const int MostFields = 100;
    private const int LongestValue = 64_000;

    /// <summary>The form; null when it is larger than allowed.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpContext http, CaseOptions options)
    {
        var limit = options.MaxTotalBytes + Overhead;
        if (http.Request.ContentLength > limit) return null;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = limit;
        if (!http.Request.HasFormContentType) return FormCollection.Empty;
        try
        {
            return await http.Request.ReadFormAsync(new FormOptions
            {
                MultipartBodyLengthLimit = limit,
                BufferBodyLengthLimit = limit,
                ValueCountLimit = MostFields,
                ValueLengthLimit = LongestValue,
                KeyLengthLimit = 64,
            }, http.RequestAborted);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException && !http.RequestAborted.IsCancellationRequested)
        {
            return FormCollection.Empty;
        }
    }

    /// <summary>What the visitor wrote.</summary>
    public static async Task<CaseFiling> FilingAsync(IFormCollection form, CaseKind kind, CancellationToken cancellation)
    {
        var uploads = new List<CaseUpload>();
        foreach (var file in form.Files)
        {
            if (file.Length == 0 && file.FileName.Length == 0) continue;
            var content = new byte[file.Length];
            using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(content, cancellation);
            uploads.Add(new CaseUpload(file.FileName, "", content));
        }

        return new CaseFiling
        {
            Kind = kind,
            RecordId = Text(form, "record") is { Length: > 0 } id ? id : null,
            DocumentNumber = Text(form, "number"),
            Grounds = new EquatableList<ObjectionGround>(form["grounds"].Select(g => (ObjectionGround)Number(g)).Where(Enum.IsDefined)),
            Right = Number(Text(form, "right")) is > 0 and var right ? (PersonalInformationRight)right : null,
            Statement = Text(form, "statement"),
            Wish = Text(form, "wish"),
            ApplicantName = Text(form, "name"),
            Phone = Text(form, "phone"),
            Email = Text(form, "email"),
            CommitmentClauses = new EquatableList<string>(form["commitment"].OfType<string>()),
            Uploads = uploads,
        };
    }

    public static string Text(IFormCollection form, string name) => form[name] is [{ } value, ..] ? value : "";

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
