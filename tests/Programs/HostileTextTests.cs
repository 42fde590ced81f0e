using System.Globalization;
using Grader.Checking;
using Grader.Commands;
using Sandbox.Tests;

namespace Programs.Tests;

/// <summary>Texts of a hostile program, shown to people: on a terminal, in JSON that somebody prints, and on a page.</summary>
public sealed class HostileTextTests
{
    // Clears a terminal and retitles it (in 7 and 8 bits), turns the writing direction, starts a script, writes a command of a build server.
    private const string Evil = @"\u001b[2J\u001b]0;owned\u0007\u009b31m\u202eevil\u2066\u200f\0\ud800</pre><script>alert(1)</script><img src=x onerror=alert(2)>&amp;\r\n::error::x";

    private string folder = string.Empty;

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("grader-texts-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(folder, recursive: true);

    [TestCase("Answers.dll", $"throw new ArgumentException(\"{Evil}\")")]
    [TestCase("Answers.dll", $"Printed(\"{Evil}\")")]
    [TestCase("a\u001b[2J\u202e<img src=x onerror=alert(2)>.dll", "Printed(\"\")")]
    public void Text_OfProgram_HarmsNoReader(string file, string body)
    {
        var path = Path.Combine(folder, file);
        File.WriteAllBytes(path, Student.Assembly($$"""
            public static double TotalDerivative(double[] f, double[] dg) => {{body}};
            private static double Printed(string text) { Console.WriteLine(text); return 0; }
            """));
        var page = Path.Combine(folder, "report.html");
        var (text, json) = (Check(path, "--report", page), Check(path, "--format", "json"));
        var html = File.ReadAllText(page);
        Assert.Multiple(() =>
        {
            Assert.That(Unsafe(text), Is.Empty, "on the terminal");
            Assert.That(Unsafe(json), Is.Empty, "in JSON");
            Assert.That(Unsafe(html), Is.Empty, "on the page");
            Assert.That(html, Does.Not.Contain("<script>alert").And.Not.Contain("<img src=x"));
            Assert.That(text, Does.Not.Contain("\n::error"));
        });
    }

    // Mathematics on a page has invisible operators, from U+2061 on.
    private static IEnumerable<string> Unsafe(string text) =>
        from character in text.Distinct()
        where character is < '\u2061' or > '\u2064'
        where (char.IsControl(character) && character is not '\n' and not '\t') || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.Surrogate
        select $"U+{(int)character:X4}";

    private static string Check(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        CommandLineRun.Run(["check", .. arguments, "--worksheet", "backprop-practice"], new Surroundings(
            TextReader.Null, output, error, Terminal: false, Colour: false, TestContext.CurrentContext.TestDirectory, ClassSecret.Public, TimeProvider.System));
        return output.ToString() + error;
    }
}
