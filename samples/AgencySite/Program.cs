using AgencySite;

var builder = WebApplication.CreateBuilder(args);

// <readme>
builder.Services.AddShuangGongShi(o =>
{
    o.Agency.Name = "云州市市场监督管理局";
    o.Agency.CreditCode = "11339700MB2401975W";
});
// </readme>
builder.Services.AddHostedService<Demonstration>();
builder.Services.AddDemonstrationLogin();
builder.Services.AddAuthorizationBuilder().AddPolicy("CreditKitAdmin", p => p.RequireAuthenticatedUser());

var app = builder.Build();

// <readme>
app.UseShuangGongShi();
// </readme>
app.MapShuangGongShiAdmin("CreditKitAdmin");
app.MapDemonstrationLogin();
app.MapGet("/", () => Results.LocalRedirect("/shuanggongshi"));
app.Run();
