using RnnDsl.Files;

namespace RnnDsl.Tests.Files;

/// <summary>How files are replaced.</summary>
public sealed class AtomicFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    private string Target => Path.Combine(folder, "model");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    // T4
    [Theory]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.UserRead)]
    public void A_file_that_is_replaced_leaves_its_mode(UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        File.WriteAllText(Target, "old");
        File.SetUnixFileMode(Target, mode);
        Write("new", () => Assert.Equal(UnixFileMode.None, ModeOfUnfinished() & UnixFileMode.OtherRead));
        Assert.Equal(("new", mode), (File.ReadAllText(Target), File.GetUnixFileMode(Target)));
    }

    // T4
    [Fact]
    public void A_symbolic_link_stays_one_and_its_file_is_replaced()
    {
        var other = Directory.CreateDirectory(Path.Combine(folder, "other")).FullName;
        var file = Path.Combine(other, "weights");
        var link = Path.Combine(folder, "second");
        File.CreateSymbolicLink(Target, link);
        File.CreateSymbolicLink(link, Path.Combine("other", "weights"));
        foreach (var text in (string[])["first", "next"])
        {
            Write(text);
            Assert.Equal(text, File.ReadAllText(file));
            Assert.Null(new FileInfo(file).LinkTarget);
            Assert.Equal(link, new FileInfo(Target).LinkTarget);
            Assert.Equal(Path.Combine("other", "weights"), new FileInfo(link).LinkTarget);
            Assert.Equal(2, Directory.GetFiles(folder).Length);
            Assert.Single(Directory.GetFiles(other));
        }
    }

    // F6
    [Fact]
    public void The_next_save_removes_what_dead_processes_have_left_and_nothing_else()
    {
        string[] left = [".0123abcd.tmp", ".ffffffff.tmp"];
        string[] others =
        [
            ".tmp",
            ".0123abc.tmp",
            ".0123abcg.tmp",
            ".0123abcd.tmp2",
            "2.0123abcd.tmp",
            ".0123abcd_tmp",
        ];
        foreach (var ending in left.Concat(others))
        {
            File.WriteAllText(Target + ending, "");
        }

        Write("new");

        Assert.Equal(
            others.Append("").Select(ending => Target + ending).Order(StringComparer.Ordinal),
            Directory.GetFiles(folder).Order(StringComparer.Ordinal)
        );
    }

    // F6
    [Fact]
    public void What_a_living_process_writes_stays()
    {
        Write(
            "outer",
            () =>
            {
                Write("inner");
                Assert.Equal("inner", File.ReadAllText(Target));
                Assert.Equal(2, Directory.GetFiles(folder).Length);
            }
        );
        Assert.Equal("outer", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(folder));
    }

    // F6
    [Fact]
    public void Many_saves_at_once_leave_one_whole_file()
    {
        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => Write(new string('x', 1000 + i)));
        Assert.Equal([Target], Directory.GetFiles(folder));
        Assert.InRange(File.ReadAllText(Target).Length, 1000, 1199);
    }

    // Another save may lock and remove a file between its creation and its lock, thinking that its process was killed.
    [Fact]
    public void A_file_that_is_just_created_is_not_lost_to_a_save_that_removes_leftovers()
    {
        Parallel.For(
            0,
            40_000,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            _ =>
            {
                UnfinishedFile.RemoveLeftovers(Target);
                using var unfinished = UnfinishedFile.Create(Target);
                Assert.True(File.Exists(unfinished.Path));
            }
        );
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void A_failure_leaves_the_old_file_alone()
    {
        File.WriteAllText(Target, "old");
        Assert.Throws<TimeoutException>(() => Write("half", () => throw new TimeoutException()));
        Assert.Equal("old", File.ReadAllText(Target));
        Assert.Equal([Target], Directory.GetFiles(folder));
    }

    // T6
    [Fact]
    public void Errors_name_the_path_of_the_caller()
    {
        var missing = Path.Combine(folder, "no", "model");
        var error = Assert.Throws<DirectoryNotFoundException>(() => AtomicFile.Write(missing, _ => { }));
        Assert.Equal($"{missing} cannot be written: its folder does not exist.", error.Message);

        Directory.CreateDirectory(Target);
        Assert.Equal(
            $"{Target} cannot be written: it is a folder",
            Assert.Throws<IOException>(() => AtomicFile.Write(Target, _ => { })).Message
        );
        Assert.Empty(Directory.GetFiles(folder));

        var file = Path.Combine(folder, "file");
        var full = Assert.Throws<IOException>(() =>
            AtomicFile.Write(file, stream => throw new IOException($"No space for '{((FileStream)stream).Name}'."))
        );
        Assert.Equal($"{file} cannot be written: No space for '{file}'.", full.Message);
    }

    // T6
    [Fact]
    public void A_forbidden_folder_is_an_IOException()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // The superuser may write anywhere but here.
        var path = Environment.IsPrivilegedProcess ? "/proc/model" : Path.Combine(folder, "closed", "model");
        if (!Environment.IsPrivilegedProcess)
        {
            Directory.CreateDirectory(Path.Combine(folder, "closed"), UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        var error = Assert.ThrowsAny<IOException>(() => AtomicFile.Write(path, _ => { }));
        Assert.StartsWith($"{path} cannot be written: ", error.Message);
        Assert.DoesNotContain(".tmp", error.Message, StringComparison.Ordinal);
    }

    // F6
    [Fact]
    public void A_folder_is_flushed_where_there_is_one()
    {
        Assert.Equal(!OperatingSystem.IsWindows(), Folder.Flush(folder));
        Assert.False(Folder.Flush(Path.Combine(folder, "no")));
    }

    private void Write(string text, Action? meanwhile = null) =>
        AtomicFile.Write(
            Target,
            stream =>
            {
                using var writer = new StreamWriter(stream, leaveOpen: true);
                writer.Write(text);
                meanwhile?.Invoke();
            }
        );

    private UnixFileMode ModeOfUnfinished() =>
        OperatingSystem.IsWindows()
            ? default
            : File.GetUnixFileMode(Directory.GetFiles(folder, "model.*.tmp").Single());
}
