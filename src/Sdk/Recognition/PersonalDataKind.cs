namespace CreditKit.Recognition;

/// <summary>The kinds of personal data that the recognizers tell apart; stable words for programs and masking data.</summary>
public static class PersonalDataKind
{
    /// <summary>居民身份证号码, 18 or 15 characters; identity cards of Hong Kong and Taiwan.</summary>
    public const string IdentityNumber = "identity-number";

    /// <summary>Mobile number.</summary>
    public const string Mobile = "mobile";

    /// <summary>Landline number with or without area code.</summary>
    public const string Landline = "landline";

    /// <summary>Bank card number.</summary>
    public const string BankCard = "bank-card";

    /// <summary>Bank account number after its cue word.</summary>
    public const string BankAccount = "bank-account";

    /// <summary>Passport number.</summary>
    public const string Passport = "passport";

    /// <summary>Travel permit of Hong Kong, Macao or Taiwan.</summary>
    public const string TravelPermit = "travel-permit";

    /// <summary>外国人永久居留身份证.</summary>
    public const string PermanentResidence = "permanent-residence";

    /// <summary>Vehicle plate.</summary>
    public const string Plate = "plate";

    /// <summary>E-mail address.</summary>
    public const string Email = "email";

    /// <summary>WeChat id after its cue word.</summary>
    public const string WeChat = "wechat";

    /// <summary>QQ number after its cue word.</summary>
    public const string QQ = "qq";

    /// <summary>Birth date of a person.</summary>
    public const string BirthDate = "birth-date";

    /// <summary>Home address.</summary>
    public const string Address = "address";

    /// <summary>Health fact.</summary>
    public const string Health = "health";

    /// <summary>Name of a natural person.</summary>
    public const string PersonName = "person-name";

    /// <summary>Old tax number that contains an identity number.</summary>
    public const string TaxNumber = "tax-number";

    /// <summary>Every kind.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        IdentityNumber, Mobile, Landline, BankCard, BankAccount, Passport, TravelPermit, PermanentResidence, Plate,
        Email, WeChat, QQ, BirthDate, Address, Health, PersonName, TaxNumber,
    ];
}
