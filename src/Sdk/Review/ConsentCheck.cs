using CreditKit.Records;

namespace CreditKit.Review;

/// <summary>What a record of a consent must say.</summary>
internal static class ConsentCheck
{
    /// <exception cref="CreditKitException">CK1223: purpose, scope or days cannot be right.</exception>
    public static void Throw(PersonalConsent consent, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(consent.Purpose) || string.IsNullOrWhiteSpace(consent.Scope)) throw Wrong("同意须写明用途和范围");
        if (consent.GivenOn > today || consent.WithdrawnOn < consent.GivenOn || consent.WithdrawnOn > today) throw Wrong("同意或撤回的日期不在过去，或先后颠倒");
    }

    private static CreditKitException Wrong(string what) => new("CK1223", $"同意的登记有误：{what}。", "请按当事人签署或者撤回的文书填写用途、范围和日期。");
}
