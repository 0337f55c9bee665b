var builder = WebApplication.CreateBuilder(args);

// 机关、页眉页脚、报送通道等都在 appsettings.json 的 ShuangGongShi 一节里。
builder.Services.AddShuangGongShi();

var app = builder.Build();
app.UseShuangGongShi(); // 专栏：/shuanggongshi
app.MapGet("/", () => Results.LocalRedirect("/shuanggongshi"));

// 管理端要先接入本网站的登录，再加一行：app.MapShuangGongShiAdmin("策略名");
app.Run();
