using System.Xml.Linq;

namespace House.Tests;

/// <summary>Dependencies point one way: Formulas, then Reference, then Grader. The box and the grader share nothing but the protocol.</summary>
public sealed class DependencyTests
{
    [TestCase("Formulas", "")]
    [TestCase("Reference", "Formulas")]
    [TestCase("Protocol", "")]
    [TestCase("Scanning", "")]
    [TestCase("Compiling", "Scanning")]
    [TestCase("Sandbox", "Protocol,Scanning")]
    [TestCase("Grader", "Compiling,Protocol,Reference,Scanning,Sandbox")]
    public void Project_References_PointOneWay(string project, string expected)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, $"{project}.csproj"));
        var referenced = file.Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
        Assert.That(string.Join(",", referenced), Is.EqualTo(expected));
    }

    [TestCase("Formulas", new[] { "Reference", "Grader", "Newtonsoft", "Markdig", "HandlebarsDotNet", "Spectre", "System.CommandLine", "System.IO" })]
    [TestCase("Reference", new[] { "Grader", "Newtonsoft", "Markdig", "HandlebarsDotNet", "Spectre", "System.CommandLine", "System.IO" })]
    public void Source_UsingLines_NameNothingFurtherRight(string project, string[] forbidden)
    {
        var broken =
            from file in Repository.Files($"src/{project}", "*.cs")
            from line in File.ReadLines(file)
            where forbidden.Any(name => IsUsingOf(line.Trim(), name))
            select $"{Repository.Shown(file)}: {line.Trim()}";
        Assert.That(broken, Is.Empty);
    }

    [Test]
    public void Grader_ReferenceToSandbox_IsOfItsBuildOnly()
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", "Grader", "Grader.csproj"));
        var reference = file.Descendants("ProjectReference").Single(item => item.Attribute("Include")!.Value.Contains("Sandbox", StringComparison.Ordinal));
        Assert.That(reference.Attribute("ReferenceOutputAssembly")?.Value, Is.EqualTo("false"), "Student code runs in another process.");
    }

    [Test]
    public void PackageVersions_StandInOnePlace()
    {
        var broken =
            from file in Repository.Files(".", "*.csproj").Append(Path.Combine(Repository.Root, "Directory.Build.props"))
            from package in XDocument.Load(file).Descendants("PackageReference")
            where package.Attribute("Version") is not null || package.Attribute("VersionOverride") is not null || package.Element("Version") is not null
            select $"{Repository.Shown(file)}: {package.Attribute("Include")?.Value}";
        Assert.That(broken, Is.Empty, "Versions belong in Directory.Packages.props.");
    }

    [Test]
    public void StudentProject_Packages_AreOfTheVersionsUsedHere()
    {
        var own = Versions("Directory.Packages.props");
        var students = Versions(Path.Combine("templates", "csharp", "Directory.Packages.props.txt"));
        Assert.That(students, Is.Not.Empty);
        Assert.That(students.Where(package => own.GetValueOrDefault(package.Key) != package.Value), Is.Empty, "What this repository restores is there without a network.");
    }

    private static Dictionary<string, string> Versions(string file) =>
        XDocument.Load(Path.Combine(Repository.Root, file)).Descendants("PackageVersion")
            .ToDictionary(package => package.Attribute("Include")!.Value, package => package.Attribute("Version")!.Value);

    private static bool IsUsingOf(string line, string name) =>
        line.StartsWith($"using {name}", StringComparison.Ordinal)
        || line.StartsWith($"using static {name}", StringComparison.Ordinal)
        || (line.StartsWith("using ", StringComparison.Ordinal) && line.Contains($"= {name}", StringComparison.Ordinal));
}
