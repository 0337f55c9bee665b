namespace CreditKit.AspNetCore.Webhooks;

/// <summary>What is posted.</summary>
/// <param name="Delivery">Number of the delivery; the same when it is sent again.</param>
/// <param name="Events">What happened, in order.</param>
internal sealed record WebhookMessage(string Delivery, IReadOnlyList<WebhookEvent> Events);

/// <summary>One event.</summary>
/// <param name="Type"><c>record.published</c>, <c>record.updated</c>, <c>record.withdrawn</c> (also at the end of a period), or <c>reload</c>: fetch everything anew.</param>
/// <param name="Id">Public id; null for reload.</param>
/// <param name="Kind"><c>license</c> or <c>penalty</c>; null for what is gone.</param>
/// <param name="Revision">Revision; null for what is gone.</param>
/// <param name="Url">The record's page; null without a public address, and for what is gone.</param>
internal sealed record WebhookEvent(string Type, string? Id, string? Kind = null, int? Revision = null, string? Url = null);
