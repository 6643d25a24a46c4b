namespace RnnDsl.Package.Tests;

/// <summary>A console project as <c>dotnet new console</c> writes it, with the package, in a separate folder.</summary>
internal sealed class EmptyProject
{
    private readonly string folder;
    private readonly (string, string) packages;

    /// <param name="package">The package.</param>
    /// <param name="name">The name of the project.</param>
    /// <param name="framework">What it is for: <c>net10.0</c>.</param>
    public EmptyProject(PackedPackage package, string name, string framework)
    {
        folder = Path.Combine(package.Folder, name);
        packages = ("NUGET_PACKAGES", Path.Combine(package.Folder, "packages"));
        Directory.CreateDirectory(folder);
        // Nothing comes from outside: one source, the package's folder, and a cache of packages that begins empty.
        Write(
            "nuget.config",
            $"""
            <configuration>
              <packageSources><clear /><add key="local" value="{package.Folder}" /></packageSources>
            </configuration>
            """
        );
        Write(
            name + ".csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>{framework}</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="RnnDsl" Version="*" />
              </ItemGroup>
            </Project>
            """
        );
        Write("Program.cs", """Console.WriteLine("Hello, World!");""");
    }

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(folder, file), text);

    /// <summary>Runs <c>dotnet</c> in its folder.</summary>
    public Task<Dotnet.Result> Run(params string[] arguments) => Dotnet.Run(folder, arguments, packages);
}
