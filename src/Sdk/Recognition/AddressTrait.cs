namespace CreditKit.Recognition;

/// <summary>What speaks for or against an address being a home: what it is made of, what stands before it and behind it.</summary>
[Flags]
internal enum AddressTrait : ulong
{
    None = 0,

    // What it is made of.
    Unit = 1UL << 0,
    Building = 1UL << 1,
    Room = 1UL << 2,
    Chain = 1UL << 3,
    Dwelling = 1UL << 4,
    ShopSite = 1UL << 5,
    Village = 1UL << 6,
    VillageHouse = 1UL << 7,
    Lane = 1UL << 8,
    Appended = 1UL << 9,
    WholeBuilding = 1UL << 10,
    Floor = 1UL << 11,
    NoNumber = 1UL << 12,
    House = 1UL << 13,
    Group = 1UL << 14,
    Divided = 1UL << 15,
    Deep = 1UL << 16,
    Office = 1UL << 17,

    // What stands before it.
    StrongCue = 1UL << 18,
    ShortCue = 1UL << 19,
    AmbiguousCue = 1UL << 20,
    BusinessCue = 1UL << 21,
    PlaceVerb = 1UL << 22,
    BesidePerson = 1UL << 23,
    OfPerson = 1UL << 24,
    OfOrganization = 1UL << 25,
    MailBefore = 1UL << 26,
    SiteBefore = 1UL << 27,
    KinBefore = 1UL << 28,
    Label = 1UL << 29,

    // What stands behind it.
    OwnHouse = 1UL << 30,
    Note = 1UL << 31,
    BusinessSite = 1UL << 32,
    MailBehind = 1UL << 33,
    Done = 1UL << 34,
    Beside = 1UL << 35,
    SoleTrader = 1UL << 36,
    Continued = 1UL << 37,
    Closed = 1UL << 38,

    // Both.
    PersonNear = 1UL << 39,
    PersonBehind = 1UL << 40,
    Owned = 1UL << 41,
}
