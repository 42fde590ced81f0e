using Microsoft.Playwright;

namespace Grader.Tests.Browser;

/// <summary>A report opened from a file in its own browser context, with the network blocked and what it tried recorded.</summary>
internal sealed class OpenedPage : IAsyncDisposable
{
    private readonly IBrowserContext context;
    private readonly List<string> requests = [];
    private readonly List<string> messages = [];

    private OpenedPage(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
    }

    public IPage Page { get; }

    /// <summary>Addresses asked for beyond the file itself.</summary>
    public IReadOnlyList<string> Requests => requests;

    /// <summary>Dialogs and uncaught script errors: signs that something ran.</summary>
    public IReadOnlyList<string> Messages => messages;

    public static async Task<OpenedPage> OpenAsync(IBrowser browser, string html, ScreenOf screen)
    {
        var path = Path.Combine(TestContext.CurrentContext.WorkDirectory, $"{Guid.NewGuid():N}.html");
        await File.WriteAllTextAsync(path, html);
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = screen.Width, Height = 800 },
            ColorScheme = screen.Dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = screen.Script,
            BypassCSP = screen.BypassesPolicy,
        });
        var opened = new OpenedPage(context, await context.NewPageAsync());
        await opened.WatchAsync(path);
        await opened.Page.GotoAsync(new Uri(path).AbsoluteUri);
        File.Delete(path);
        return opened;
    }

    public async ValueTask DisposeAsync() => await context.CloseAsync();

    private async Task WatchAsync(string path)
    {
        Page.Dialog += (_, dialog) =>
        {
            messages.Add(dialog.Message);
            _ = dialog.DismissAsync();
        };
        Page.PageError += (_, error) => messages.Add(error);
        await context.RouteAsync("**/*", async route =>
        {
            if (route.Request.Url == new Uri(path).AbsoluteUri)
            {
                await route.ContinueAsync();
                return;
            }

            requests.Add(route.Request.Url);
            await route.AbortAsync();
        });
    }
}

/// <param name="Width">In CSS pixels.</param>
/// <param name="BypassesPolicy">Lets a tool such as axe into a page whose own policy forbids all script.</param>
internal sealed record ScreenOf(int Width, bool Dark = false, bool Script = true, bool BypassesPolicy = false);
