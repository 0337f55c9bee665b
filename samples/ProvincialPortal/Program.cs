var portal = ProvincialPortal.ProvincialPortalApp.Build(args);
portal.Run();
