namespace Grader.Tests.Exercises;

/// <summary>A folder of worksheets with one in it, gone again after the test.</summary>
internal sealed class WorksheetFolder : IDisposable
{
    public WorksheetFolder(string id, string json, string statements)
    {
        Root = Directory.CreateTempSubdirectory("worksheets").FullName;
        Path = Directory.CreateDirectory(System.IO.Path.Combine(Root, id)).FullName;
        File.WriteAllText(System.IO.Path.Combine(Path, "worksheet.json"), json);
        File.WriteAllText(System.IO.Path.Combine(Path, "statements.md"), statements);
    }

    public string Root { get; }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
