using System.Net;
using System.Net.Sockets;
using System.Text;
using Grader.Previewing;
using Grader.Tests.Commands;

namespace Grader.Tests.Previewing;

/// <summary>The preview as a browser meets it: pages, changes of the files, mistakes in them, and callers that it refuses.</summary>
public sealed class PreviewServerTests
{
    private const string Statements = """
        # Lines
        ## Question 1: A line
        ### 1.slope: Its slope
        Give the slope of $a x + b$.
        """;

    private const string Worksheet = """
        {
          "id": "lines",
          "questions": [ {
            "id": "1", "symbols": { "a": { "shape": [] }, "b": { "shape": [] } }, "given": { "a": 2, "b": 3 },
            "parts": [ {
              "id": "1.slope", "kind": "function", "points": 1, "inputs": ["a", "b"], "shape": [], "method": "Slope", "canonical": "a",
              "misconceptions": [ { "code": "wrong-quantity", "formula": "b", "message": "This is where the line meets the axis." } ]
            } ]
          } ]
        }
        """;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private TemporaryFolder folder = null!;
    private CancellationTokenSource ending = null!;
    private PreviewServer server = null!;
    private Task serving = null!;
    private HttpClient browser = null!;

    [SetUp]
    public void Serve()
    {
        folder = new TemporaryFolder();
        folder.Write("lines/statements.md", Statements);
        folder.Write("lines/worksheet.json", Worksheet);
        folder.Write("lines/right/plain.json", """{"worksheet": "lines", "student": "s", "answers": {"1.slope": "a"}}""");
        folder.Write("lines/wrong/axis.json", """{"worksheet": "lines", "student": "s", "answers": {"1.slope": "b"}}""");
        ending = new CancellationTokenSource();
        server = PreviewServer.Listen(port: null);
        var pages = new PreviewPages(new(Path.Combine(folder.Path, "lines")), classSecret: 1);
        serving = Task.Run(() => server.Serve(pages.Answer, ending.Token));
        browser = new HttpClient { BaseAddress = new(server.Address), Timeout = Patience };
    }

    [TearDown]
    public async Task End()
    {
        await ending.CancelAsync();
        await serving.WaitAsync(Patience);
        browser.Dispose();
        server.Dispose();
        ending.Dispose();
        folder.Dispose();
    }

    [Test]
    public async Task Page_OfTheWorksheet_ShowsWhatIsAskedAndWhatStandsBehindIt()
    {
        var page = await browser.GetStringAsync(new Uri("/", UriKind.Relative));
        Assert.That(page, Does.Contain("<h1>Lines</h1>").And.Contain("Its slope").And.Contain("This is where the line meets the axis."));
        Assert.That(page, Does.Contain("href=\"/right/plain.json\"").And.Contain("href=\"/wrong/axis.json\""));
    }

    [Test]
    public async Task Page_AfterAnEdit_IsTheNewOneUnderAnotherVersion()
    {
        var before = await Settled();
        folder.Write("lines/statements.md", Statements.Replace("Its slope", "How steep it is", StringComparison.Ordinal));
        Assert.That(await Version(), Is.Not.EqualTo(before));
        Assert.That(await browser.GetStringAsync(new Uri("/", UriKind.Relative)), Does.Contain("How steep it is").And.Not.Contain("Its slope"));
    }

    [Test]
    public async Task Page_OfFilesWithAMistake_NamesItsPlaceAboveTheLastGoodPage()
    {
        await Settled();
        folder.Write("lines/worksheet.json", Worksheet.Replace("\"canonical\": \"a\"", "\"canonical\": \"a + \"", StringComparison.Ordinal));
        var page = await browser.GetStringAsync(new Uri("/", UriKind.Relative));
        Assert.That(page, Does.Contain("worksheet.json:6:").And.Contain("canonical cannot be read").And.Contain("as it was before").And.Contain("Its slope"));

        folder.Write("lines/worksheet.json", "{ \"id\": ");
        page = await browser.GetStringAsync(new Uri("/", UriKind.Relative));
        Assert.That(page, Does.Contain("worksheet.json:1:").And.Contain("Its slope"));
        Assert.That(await browser.GetStringAsync(new Uri("/right/plain.json", UriKind.Relative)), Does.Contain("Correct").And.Contain("as it was before"));

        folder.Write("lines/worksheet.json", Worksheet);
        Assert.That(await browser.GetStringAsync(new Uri("/", UriKind.Relative)), Does.Not.Contain("as it was before"));
    }

    [Test]
    public async Task Page_OfASample_IsWhatAStudentGets()
    {
        var page = await browser.GetStringAsync(new Uri("/wrong/axis.json", UriKind.Relative));
        Assert.That(page, Does.Contain("This is where the line meets the axis.").And.Contain("Back to the worksheet"));
        folder.Write("lines/wrong/broken.json", "{ \"worksheet\": ");
        Assert.That(await browser.GetStringAsync(new Uri("/wrong/broken.json", UriKind.Relative)), Does.Contain("About the file"));
    }

    [Test]
    public async Task Page_OfAWorksheetThatNeverWasGood_SaysWhyAndIsNoFault()
    {
        folder.Write("lines/worksheet.json", "[]");
        Assert.That(await browser.GetStringAsync(new Uri("/", UriKind.Relative)), Does.Contain("worksheet.json:1:1").And.Contain("cannot be read yet"));
        Assert.That(await browser.GetStringAsync(new Uri("/right/plain.json", UriKind.Relative)), Does.Contain("worksheet.json:1:1"));
    }

    [TestCase("/nothing")]
    [TestCase("/right/missing.json")]
    [TestCase("/right/%2E%2E/worksheet.json")]
    [TestCase("/right/..%2F..%2Fworksheet.json")]
    [TestCase("/worksheet.json")]
    public async Task Address_ThatIsNoPage_IsNotFound(string address)
    {
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    /// <summary>A foreign page that has its own name resolve to this machine would come under that name.</summary>
    [TestCase("GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n")]
    [TestCase("GET / HTTP/1.1\r\nHost: evil.example:PORT\r\n\r\n")]
    [TestCase("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")]
    [TestCase("GET / HTTP/1.0\r\n\r\n")]
    [TestCase("GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n")]
    [TestCase("POST / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nContent-Length: 0\r\n\r\n")]
    [TestCase("nonsense\r\n\r\n")]
    public async Task Request_OfAForeignPageOrOfNoUse_GetsNothing(string request)
    {
        Assert.That(await Raw("GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n"), Does.Contain("<h1>Lines</h1>"));
        var answer = await Raw(request);
        Assert.That(answer, Does.Match("^HTTP/1\\.[01] 4[0-9][0-9] ").And.Not.Contain("Lines"));
    }

    [Test]
    public void Page_WithItsScript_AllowsThatScriptOnly()
    {
        var page = PreviewPages("/")!.Content;
        Assert.That(page, Does.Match("script-src 'sha256-[^']+'; connect-src 'self'; style-src 'unsafe-inline'"));
        Assert.That(page.Split("<script").Length, Is.EqualTo(2));
    }

    private PreviewAnswer? PreviewPages(string path) => new PreviewPages(new(Path.Combine(folder.Path, "lines")), classSecret: 1).Answer(path);

    private Task<string> Version() => browser.GetStringAsync(new Uri("/version", UriKind.Relative));

    /// <summary>The version once the files have been looked over.</summary>
    private async Task<string> Settled()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var version = await Version();
            if (version.EndsWith("-2", StringComparison.Ordinal)) return version;
            await Task.Delay(20, patience.Token);
        }
    }

    private async Task<string> Raw(string request)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, server.Port, patience.Token);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request.Replace("PORT", $"{server.Port}", StringComparison.Ordinal)), patience.Token);
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(patience.Token);
    }
}
